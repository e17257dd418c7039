// A current ZXing-C++, compiled for browsers, on PGM pictures beside which a .txt says what they hold
// (album.h): zxing.mjs PICTURE... Its CPU is WebAssembly's, about twice that of compiled code.
import fs from 'node:fs'
import {createRequire} from 'node:module'

const require = createRequire(process.cwd() + '/')
const {prepareZXingModule, readBarcodes} = require('zxing-wasm/reader')
const formats = ['QRCode', 'DataMatrix', 'EAN13', 'EAN8', 'UPCA', 'Code128']

await prepareZXingModule({
  overrides: {wasmBinary: fs.readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))},
  fireImmediately: true,
})

function open(path) {
  const file = fs.readFileSync(path)
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40))
  const luma = file.subarray(head.length)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < luma.length; i++) {
    data.fill(luma[i], 4 * i, 4 * i + 3)
    data[4 * i + 3] = 255
  }
  return {data, width: +width, height: +height, colorSpace: 'srgb'}
}

function wanted(path) {
  const escapes = {n: '\n', r: '\r', '\\': '\\', '"': '"'}
  const plain = line => line.replace(/\\([0-7]{3}|.)/g,
    (_, c) => c.length > 1 ? String.fromCharCode(parseInt(c, 8)) : escapes[c] ?? c)
  return fs.readFileSync(path.replace(/pgm$/, 'txt'), 'utf8').split('\n').filter(Boolean).map(plain)
}

const rows = new Map()
for (const path of process.argv.slice(2)) {
  const name = path.replace(/.*\//, '').replace(/-\d+\.pgm$/, '')
  const row = rows.get(name) ?? {codes: 0, read: 0, wrong: 0, cpu: 0, photos: 0}
  const texts = wanted(path)
  const image = open(path)
  const start = process.cpuUsage()
  const found = await readBarcodes(image, {tryHarder: true, formats, textMode: 'Plain'})
  const used = process.cpuUsage(start)
  const read = new Set(found.filter(symbol => symbol.isValid).map(symbol => symbol.text))

  rows.set(name, row)
  row.photos++
  row.codes += texts.length
  row.cpu += (used.user + used.system) / 1000
  for (const text of read)
    if (texts.includes(text) || texts.includes(text.replace(/^0(?=\d{12}$)/, ''))) row.read++
    else row.wrong++
}

console.log('ZXing-C++ 3'.padEnd(15), 'codes      reads    ms')
for (const [name, row] of rows)
  console.log(name.padEnd(15), String(row.codes).padStart(5),
    `${row.read}/${row.wrong}`.padStart(10), (row.cpu / row.photos).toFixed(0).padStart(5))
