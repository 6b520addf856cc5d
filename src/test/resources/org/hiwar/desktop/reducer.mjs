// Runs the desktop's own reducer for the tests: a line of JSON in, a line of JSON out.
//   {"snapshot": …, "frames": […]}  →  the snapshot after the frames
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const desktop = resolve(process.argv[2])
const typescript = createRequire(resolve(desktop, 'package.json'))('typescript')
const source = readFileSync(resolve(desktop, 'src/desk/reducer.ts'), 'utf8')
const { outputText } = typescript.transpileModule(source, {
  compilerOptions: { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 },
})
const { applyFrame } = await import('data:text/javascript,' + encodeURIComponent(outputText))

for await (const line of createInterface({ input: process.stdin })) {
  const { snapshot, frames } = JSON.parse(line)
  console.log(JSON.stringify(frames.reduce(applyFrame, snapshot)))
}
