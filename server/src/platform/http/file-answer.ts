import { createReadStream } from 'node:fs';
import { StreamableFile } from '@nestjs/common';

/** What a handler of a `fileDownload` endpoint gives back. */
export class FileAnswer {
  private constructor(
    private readonly content: { readonly path: string } | { readonly bytes: Uint8Array },
    private readonly fileName: string,
    private readonly contentType: string,
    private readonly disposition: 'attachment' | 'inline',
  ) {}

  static download(content: { path: string } | { bytes: Uint8Array }, fileName: string, contentType: string) {
    return new FileAnswer(content, fileName, contentType, 'attachment');
  }

  /** Shown in the browser, for example a specimen PDF. */
  static view(content: { path: string } | { bytes: Uint8Array }, fileName: string, contentType: string) {
    return new FileAnswer(content, fileName, contentType, 'inline');
  }

  toStream(): StreamableFile {
    const ascii = this.fileName.replace(/[^\w.-]+/g, '-');
    const options = {
      type: this.contentType,
      disposition: `${this.disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(this.fileName)}`,
    };
    return 'path' in this.content
      ? new StreamableFile(createReadStream(this.content.path), options)
      : new StreamableFile(this.content.bytes, options);
  }
}
