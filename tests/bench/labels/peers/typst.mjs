// The city's labels by typst and qrcode: typst.mjs TABLE PDF
import fs from 'node:fs'
import {createRequire} from 'node:module'
import {lines, sheet, table} from './table.mjs'

const require = createRequire(process.cwd() + '/')
const {NodeCompiler} = require('@myriaddreamin/typst-ts-node-compiler')
const QRCode = require('qrcode')
const [, , rows, out] = process.argv
const string = text => JSON.stringify(text)
let source = '#set page(width: 210mm, height: 297mm, margin: 0mm)\n' +
  '#set text(font: "Noto Sans CJK SC", top-edge: "baseline", bottom-edge: "baseline")\n'

table(rows).forEach((label, i) => {
  const at = i % (sheet.columns * sheet.rows)
  const x = sheet.x0 + at % sheet.columns * sheet.dx
  const y = sheet.y0 + Math.floor(at / sheet.columns) * sheet.dy
  if (at === 0 && i > 0) source += '#pagebreak()\n'
  const {size, data} = QRCode.create(label.url, {errorCorrectionLevel: 'Q'}).modules
  const module = 31.4 / (size + 8)
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0, end; column < size; column = end + 1) {
      for (end = column; end < size && data[row * size + end]; end++);
      if (end > column) path += `M${column + 4} ${row + 4}h${end - column}v1h${column - end}z`
    }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 8} ${size + 8}">` +
    `<path d="${path}"/></svg>`
  source += `#place(dx: ${x + 0.5}mm, dy: ${y + 0.5}mm, image(bytes(${string(svg)}), ` +
    `format: "svg", width: ${(size + 8) * module}mm))\n`
  for (const [name, left, base, height, heavy] of lines)
    source += `#place(dx: ${x + left}mm, dy: ${y + base}mm, text(size: ${height}mm, ` +
      `weight: ${heavy ? '"bold"' : '"regular"'}, ${string(label[name])}))\n`
})
const compiler = NodeCompiler.create({fontArgs: [{fontPaths: ['/usr/share/fonts/opentype/noto']}]})
fs.writeFileSync(out, compiler.pdf({mainFileContent: source}))
