/// The page's style: screen, phone and A4 paper.
let pageStyle = """
  :root { --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --paper: #fff; --back: #f4f6f8; --accent: #1f6f54;
    --warn: #b3461e; --bar: #8fc1ab; }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--back); color: var(--ink);
    font: 14px/1.5 "Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { max-width: 1080px; margin: 0 auto; padding: 20px 16px 48px; }
  header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; margin-bottom: 14px; }
  h1 { font-size: 24px; margin: 0; }
  h2 { font-size: 17px; margin: 0 0 10px; }
  summary { cursor: pointer; }
  summary h2 { display: inline; }
  h3 { font-size: 14px; margin: 16px 0 6px; }
  .soft { color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
  .badge { border-radius: 999px; padding: 1px 10px; font-size: 12px; background: #dff1e8; color: var(--accent); }
  .badge.bad { background: #fbe4da; color: var(--warn); }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 10px; margin-bottom: 14px; }
  .tile { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; }
  .tile b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
  .tile span { color: var(--soft); font-size: 12px; }
  section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px;
    margin-bottom: 14px; overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-size: 13px; }
  th { text-align: left; color: var(--soft); font-weight: 600; font-size: 12px; }
  th, td { padding: 4px 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
  td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  tr:last-child td { border-bottom: 0; }
  .open { color: var(--warn); font-weight: 600; }
  .lead { color: var(--accent); font-weight: 600; }
  .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 4px 24px; }
  .columns > div { break-inside: avoid; min-width: 0; }
  svg { display: block; width: 100%; height: auto; }
  svg text { font: 11px/1 "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; fill: var(--ink); }
  svg .name { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; font-weight: 600; }
  svg .soft { fill: var(--soft); font-size: 10px; }
  footer { color: var(--soft); font-size: 11px; overflow-wrap: anywhere; }
  @media print {
    @page { size: A4; margin: 12mm; }
    body { background: #fff; font-size: 10.5px; }
    main { max-width: none; padding: 0; }
    section { border: 0; border-top: 1px solid #999; border-radius: 0; padding: 8px 0; overflow: visible; }
    .tiles { grid-template-columns: repeat(4, 1fr); gap: 6px; }
    .tile { border-radius: 0; padding: 4px 8px; }
    .tile b { font-size: 15px; }
    table { font-size: 10px; }
    th, td { padding: 2px 5px; }
    tr, .tile { break-inside: avoid; }
    thead { display: table-header-group; }
    h2, h3 { break-after: avoid; }
    .columns { grid-template-columns: 1fr 1fr; }
    svg { break-inside: avoid; }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
  """

/// Ten colours that stay apart for most eyes, and in grey on paper by their labels.
let palette = [
  "#1f6f54", "#c2571a", "#3b66b0", "#a23b72", "#6b7a1e", "#7a4fb5", "#0f8a9d", "#b08900", "#8a3b2f", "#4a5568",
]
func colour(_ index: Int) -> String { palette[((index % palette.count) + palette.count) % palette.count] }
