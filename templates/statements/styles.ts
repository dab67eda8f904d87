/** The looks of a statement as a page that stands alone: on the screen, and printed on A4. */
export const statementStyles = `
:root { color-scheme: light; --ink: #1b2430; --soft: #5a6472; --hair: #cfd3d8; --accent: #8f4316;
  --wash: #f7f3ec }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.6 'Noto Sans SC', 'Noto Sans TC', system-ui, sans-serif }
header { border-bottom: 3px solid var(--accent); padding-bottom: .75rem; display: flex;
  justify-content: space-between; gap: 1.5rem; flex-wrap: wrap }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 }
h2 { font-size: 1.125rem; margin: 1.75rem 0 .35rem }
p { margin: .2rem 0 }
.organisation { color: var(--accent); font-weight: 700 }
.soft { color: var(--soft); font-size: .9375rem }
.number { text-align: right }
.preview { border: 2px solid var(--accent); color: var(--accent); padding: .35rem .9rem;
  text-align: center; align-self: center }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.25rem; margin: 1rem 0 }
dt { color: var(--soft) }
dd { margin: 0 }
.summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 2rem }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse; border-top: 1px solid var(--ink) }
th, td { padding: .22rem .5rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--hair) }
thead th { border-bottom: 1px solid var(--ink); background: var(--wash) }
tbody th { font-weight: 400 }
td bdi { overflow-wrap: anywhere }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.strong th, .strong td { font-weight: 700; border-top: 1px solid var(--ink) }
.last th, .last td { border-bottom: 3px double var(--ink) }
.signatures { display: grid; grid-template-columns: 1fr 46mm; gap: 2rem; margin-top: 1.5rem;
  break-inside: avoid }
.signatures .line { border-bottom: 1px solid var(--ink); padding-top: 1.4rem }
.seal { min-height: 46mm }
footer { margin-top: 1.5rem; overflow-wrap: anywhere }
@page { size: A4; margin: 14mm 16mm 16mm 21mm }
@media print { body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.45 }
  h1 { font-size: 18pt } thead { display: table-header-group } tr { break-inside: avoid } }
`
