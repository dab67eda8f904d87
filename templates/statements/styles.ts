/** The looks of a statement as a page that stands alone: on any screen, by day and night, and printed on A4. */
export const statementStyles = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2430; --soft: #5a6472; --hair: #cfd3d8;
  --accent: #8f4316; --wash: #f7f3ec }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e9e7e2;
  --soft: #aab2bd; --hair: #3b434e; --accent: #e39a66; --wash: #22272f } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; color: var(--ink);
  background: var(--paper); line-height: 1.6;
  font-family: 'Noto Sans', 'Noto Sans SC', system-ui, sans-serif }
html { font-size: 1.0625em; background: var(--paper) }
:lang(zh-Hans) body { font-family: 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC',
  'Microsoft YaHei', system-ui, sans-serif }
:lang(zh-Hant) body { font-family: 'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC',
  'Microsoft JhengHei', system-ui, sans-serif }
header { border-bottom: 3px solid var(--accent); padding-bottom: .75rem; display: flex;
  justify-content: space-between; gap: .75rem 1.5rem; flex-wrap: wrap }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 0 }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .35rem }
p { margin: .2rem 0 }
.organisation { color: var(--accent); font-weight: 700 }
.soft { color: var(--soft); font-size: .9rem }
.number { text-align: right }
.preview { border: 2px solid var(--accent); color: var(--accent); padding: .35rem .9rem;
  text-align: center; align-self: center }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.25rem; margin: 1rem 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
.summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
  gap: 0 2rem }
table { width: 100%; border-collapse: collapse; border-top: 1px solid var(--ink) }
th, td { padding: .22rem .5rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--hair) }
thead th { border-bottom: 1px solid var(--ink); background: var(--wash) }
tbody th { font-weight: 400 }
bdi { overflow-wrap: anywhere }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.day { white-space: nowrap; font-variant-numeric: tabular-nums }
.strong th, .strong td { font-weight: 700; border-top: 1px solid var(--ink) }
.last th, .last td { border-bottom: 3px double var(--ink) }
.signatures { display: grid; grid-template-columns: 1fr 46mm; gap: 2rem; margin-top: 1.5rem;
  break-inside: avoid }
.signatures .line { border-bottom: 1px solid var(--ink); padding-top: 1.4rem }
.seal { min-height: 46mm }
.preview-end { text-align: right }
footer { margin-top: 1.5rem; overflow-wrap: anywhere }
@media screen and (max-width: 44rem) {
  body { padding: 1.25rem 1rem }
  .number { text-align: left }
  .signatures { grid-template-columns: 1fr; gap: 1rem }
  .seal { min-height: 0 }
  .payments, .payments tbody { display: block }
  .payments thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
    overflow: hidden; white-space: nowrap }
  .payments tr { display: grid; gap: 0 .6rem;
    grid-template-columns: max-content max-content minmax(0, 1fr) max-content; padding: .5rem 0; border-bottom: 1px solid var(--hair) }
  .payments th, .payments td { padding: 0; border: 0; background: none }
  .payments .payee { grid-area: 1 / 1 / 2 / 4; font-weight: 700 }
  .payments .payee .soft { font-weight: 400 }
  .payments .amount { grid-area: 1 / 4; font-weight: 700 }
  .payments .category { grid-area: 2 / 1 / 3 / 4 }
  .payments .balance { grid-area: 2 / 4 }
  .payments .serial { grid-area: 3 / 1; text-align: left }
  .payments .day { grid-area: 3 / 2 }
  .payments .category, .payments .balance, .payments .serial, .payments .day {
    color: var(--soft); font-size: .9rem }
  .payments .serial::before, .payments .balance::before { content: attr(data-label) ' ' }
  .payments .none { grid-column: 1 / 5 }
  .payments .last { border-bottom: 3px double var(--ink) }
}
@page { size: A4; margin: 14mm 16mm 16mm 21mm }
@media print {
  :root { color-scheme: light }
  html { font-size: 8.5pt }
  body { padding: 0; max-width: none; line-height: 1.4 }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  h2 { break-after: avoid }
  thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
`
