import {
  currentPage,
  internals,
  type Pdf,
  type PdfReference,
  type RecordingPage,
} from './pdfkit-internals.js';

/**
 * Draws something once, as a form XObject that any number of pages show: what all cards share is stored
 * in the file a single time. `draw` uses the document's ordinary methods.
 */
export function recordForm(
  document: Pdf,
  size: { readonly width: number; readonly height: number },
  draw: () => void,
): PdfReference {
  const inside = internals(document);
  const form = inside.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, size.width, size.height],
  });
  const recorder: RecordingPage = {
    ...size,
    margins: { left: 0, top: 0, right: 0, bottom: 0 },
    fonts: {},
    patterns: {},
    colorSpaces: {},
    ext_gstates: {},
    xobjects: {},
    write: (chunk) => form.write(chunk),
  };
  const before = { page: inside.page, ctm: inside._ctm };
  inside.page = recorder;
  inside._ctm = [1, 0, 0, 1, 0, 0];
  try {
    document.transform(1, 0, 0, -1, 0, size.height);
    draw();
  } finally {
    inside.page = before.page;
    inside._ctm = before.ctm;
  }
  form.data['Resources'] = resourcesOf(recorder);
  form.end();
  return form;
}

/** Shows a recorded form on the current page, covering it from corner to corner. */
export function showForm(document: Pdf, form: PdfReference, height: number): void {
  const name = `X${form.toString().split(' ')[0]}`;
  currentPage(document).xobjects[name] = form;
  document.save().transform(1, 0, 0, -1, 0, height);
  internals(document).addContent(`/${name} Do`);
  document.restore();
}

function resourcesOf(recorder: RecordingPage): Record<string, unknown> {
  const named = {
    Font: recorder.fonts,
    Pattern: recorder.patterns,
    ColorSpace: recorder.colorSpaces,
    ExtGState: recorder.ext_gstates,
    XObject: recorder.xobjects,
  };
  return Object.fromEntries(Object.entries(named).filter(([, used]) => Object.keys(used).length > 0));
}
