/** jsdom lacks a few things that browsers have and the components use. */
globalThis.CSS ??= { supports: () => false, escape: (text: string) => text } as unknown as typeof CSS;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
/** The router wants one to exist; nothing here streams. */
globalThis.TextEncoder ??= class {
  readonly encoding = 'utf-8';
  encode(text = ''): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  }
  encodeInto(): TextEncoderEncodeIntoResult {
    return { read: 0, written: 0 };
  }
};
document.getAnimations ??= () => [];
Element.prototype.scrollIntoView ??= () => {};
Blob.prototype.arrayBuffer ??= function (this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (reader.result instanceof ArrayBuffer) resolve(reader.result);
      else reject(new Error('The file could not be read'));
    };
    reader.readAsArrayBuffer(this);
  });
};
