// The city's labels by pdfkit and qrcode: pdfkit.mjs TABLE PDF REGULAR BOLD
import fs from 'node:fs'
import {createRequire} from 'node:module'
import {lines, sheet, table} from './table.mjs'

const require = createRequire(process.cwd() + '/')
const PDFDocument = require('pdfkit')
const QRCode = require('qrcode')
const [, , rows, out, regular, bold] = process.argv
const mm = 72 / 25.4
const doc = new PDFDocument({size: 'A4', margin: 0, autoFirstPage: false})

doc.pipe(fs.createWriteStream(out))
doc.registerFont('regular', regular, 'NotoSansCJKsc-Regular')
doc.registerFont('bold', bold, 'NotoSansCJKsc-Bold')
table(rows).forEach((label, i) => {
  const at = i % (sheet.columns * sheet.rows)
  const x = sheet.x0 + at % sheet.columns * sheet.dx
  const y = sheet.y0 + Math.floor(at / sheet.columns) * sheet.dy
  if (at === 0) doc.addPage()
  const {size, data} = QRCode.create(label.url, {errorCorrectionLevel: 'Q'}).modules
  const module = 31.4 / (size + 8)
  for (let row = 0; row < size; row++)
    for (let column = 0, end; column < size; column = end + 1) {
      for (end = column; end < size && data[row * size + end]; end++);
      if (end > column)
        doc.rect((x + 0.5 + (column + 4) * module) * mm, (y + 0.5 + (row + 4) * module) * mm,
          (end - column) * module * mm, module * mm)
    }
  doc.fill('black')
  for (const [name, left, base, height, heavy] of lines)
    doc.font(heavy ? 'bold' : 'regular').fontSize(height * mm)
      .text(label[name], (x + left) * mm, (y + base) * mm, {lineBreak: false, baseline: 'alphabetic'})
})
doc.end()
