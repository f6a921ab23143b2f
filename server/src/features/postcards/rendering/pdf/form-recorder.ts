import { internals, type Pdf, type PdfReference, type RecordingPage } from './pdfkit-internals.js';

/** Points from the form's origin; y upwards. */
export interface FormBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * Draws something once, as a form XObject that any number of pages show: what all cards share is stored in the file a
 * single time. `draw` uses the document's ordinary methods in PDF's own coordinates, y upwards, or writes operators.
 */
export function recordForm(document: Pdf, box: FormBox, draw: (page: RecordingPage) => void): PdfReference {
  const inside = internals(document);
  const form = inside.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [box.left, box.bottom, box.right, box.top],
  });
  const recorder: RecordingPage = {
    width: box.right - box.left,
    height: box.top - box.bottom,
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
    draw(recorder);
  } finally {
    inside.page = before.page;
    inside._ctm = before.ctm;
  }
  form.data['Resources'] = resourcesOf(recorder);
  form.end();
  return form;
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
