import fs from 'node:fs'

// The lines of a CSV without quotes, by the names of its head.
export function table(path) {
  const [head, ...lines] = fs.readFileSync(path, 'utf8').trimEnd().split('\n')
  const names = head.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])))
}

// A sheet of L7160, in mm.
export const sheet = {columns: 3, rows: 7, x0: 7.25, y0: 15.15, dx: 66.04, dy: 38.1}

// Where each line of a label stands: x and baseline in mm, size in mm, bold.
export const lines = [
  ['name', 32, 7.8, 4.6, true], ['area', 32, 13, 3.3, false], ['place', 32, 17, 3.3, false],
  ['code', 32, 24, 5.8, true], ['rule1', 32, 28.5, 2.6, true], ['rule2', 32, 31.5, 2.6, true],
  ['phone', 32, 35, 3.3, false], ['host', 3, 35, 2.6, false],
]
