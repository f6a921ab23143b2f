"""Cards drawn with ReportLab: what they share as forms, the rest per card; QR codes by segno. `JOB OUT` tells its figures as JSON."""
import json, resource, sys, time
import segno
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

job = json.load(open(sys.argv[1], encoding='utf-8'))
begun, busy = time.perf_counter(), time.process_time()
mm = 72 / 25.4
bleed, width, height = job['bleed'], job['width'] + 2 * job['bleed'], job['height'] + 2 * job['bleed']
for name, file in job['fonts'].items():
    pdfmetrics.registerFont(TTFont(name, file))
pdf = canvas.Canvas(sys.argv[2], pagesize=(width * mm, height * mm), pageCompression=1)


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
    pdf.setFont(run['font'], run['size'])
    pdf.drawString((run['x'] + bleed) * mm, (height - run['baseline'] - bleed) * mm, run['text'])


pdf.beginForm('front', 0, 0, width * mm, height * mm)
pdf.drawImage(job['picture'], 0, 0, width * mm, height * mm)
pdf.endForm()
for index, runs in enumerate(job['shared']):
    pdf.beginForm('back%d' % index, 0, 0, width * mm, height * mm)
    pdf.setFillColorCMYK(0, 0, 0, 1)
    for run in runs:
        draw(run)
    pdf.endForm()
for card in job['cards']:
    pdf.doForm('front')
    pdf.showPage()
    pdf.doForm('back%d' % card['shared'])
    pdf.setFillColorCMYK(0, 0, 0, 1)
    for run in card['runs']:
        draw(run)
    qr = card['qr']
    rows = segno.make(qr['content'], error='m', boost_error=False, micro=False).matrix
    modules = len(rows) + 8
    module = qr['side'] * mm / modules
    left, top = (qr['x'] + bleed) * mm, (height - qr['y'] - bleed) * mm
    path = pdf.beginPath()
    for x, y, wide in dark(rows):
        path.rect(left + x * module, top - (y + 1) * module, wide * module, module)
    pdf.drawPath(path, stroke=0, fill=1)
    pdf.showPage()
pdf.save()
seconds, busy = time.perf_counter() - begun, time.process_time() - busy
print(json.dumps({'seconds': seconds, 'busy': busy, 'kilobytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
