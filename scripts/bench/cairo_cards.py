"""Cards drawn with cairo, page by page; QR codes by segno. `JOB OUT` tells its figures as JSON."""
import json, resource, sys, time
import segno
import cairo

job = json.load(open(sys.argv[1], encoding='utf-8'))
begun, busy = time.perf_counter(), time.process_time()
mm = 72 / 25.4
bleed, width, height = job['bleed'], job['width'] + 2 * job['bleed'], job['height'] + 2 * job['bleed']
faces = {
    'Sans': ('Liberation Sans', cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_NORMAL),
    'Sans Bold': ('Liberation Sans', cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD),
    'Serif Italic': ('Liberation Serif', cairo.FONT_SLANT_ITALIC, cairo.FONT_WEIGHT_NORMAL),
    'Wide': ('DejaVu Sans', cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_NORMAL),
}
surface = cairo.PDFSurface(sys.argv[2], width * mm, height * mm)
pen = cairo.Context(surface)
# The JPEG as it is; its pixels need not be decoded for PDF.
picture = cairo.ImageSurface(cairo.FORMAT_RGB24, job['pictureWidth'], job['pictureHeight'])
picture.set_mime_data(cairo.MIME_TYPE_JPEG, open(job['picture'], 'rb').read())


def dark(rows):
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            begin = x
            while x < len(row) and row[x]:
                x += 1
            if x > begin:
                yield begin + 4, y + 4, x - begin
            else:
                x += 1


def draw(run):
    pen.select_font_face(*faces[run['font']])
    pen.set_font_size(run['size'])
    pen.move_to((run['x'] + bleed) * mm, (run['baseline'] + bleed) * mm)
    pen.show_text(run['text'])


for card in job['cards']:
    pen.save()
    pen.scale(width * mm / job['pictureWidth'], height * mm / job['pictureHeight'])
    pen.set_source_surface(picture)
    pen.paint()
    pen.restore()
    pen.show_page()
    pen.set_source_rgb(0, 0, 0)
    for run in job['shared'][card['shared']] + card['runs']:
        draw(run)
    qr = card['qr']
    rows = segno.make(qr['content'], error='m', boost_error=False, micro=False).matrix
    modules = len(rows) + 8
    module = qr['side'] * mm / modules
    left, top = (qr['x'] + bleed) * mm, (qr['y'] + bleed) * mm
    for x, y, wide in dark(rows):
        pen.rectangle(left + x * module, top + y * module, wide * module, module)
    pen.fill()
    pen.show_page()
surface.finish()
seconds, busy = time.perf_counter() - begun, time.process_time() - busy
print(json.dumps({'seconds': seconds, 'busy': busy, 'kilobytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
