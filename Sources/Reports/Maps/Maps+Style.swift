/// Maps of printed sheets: black on white, a unit a little more than a quarter of a millimetre on A4.
let mapStyle = """
  .map path { fill: none; stroke: #111; stroke-width: 1; }
  .map .frame { fill: #fff; stroke: #bbb; }
  .map .leg { stroke: #555; stroke-width: .8; }
  .map .collects { stroke: #999; stroke-width: .8; }
  .map .tour { stroke-width: 1.4; }
  .map .tour1 { stroke-dasharray: 7 3; }
  .map .tour2 { stroke-dasharray: 2 3; }
  .map .tour3 { stroke-dasharray: 9 3 2 3; }
  .map .head { fill: #111; stroke: none; }
  .map .idle { fill: #aaa; stroke: none; }
  .map .building { fill: #fff; }
  .map .brought { fill: #111; }
  .map .site { fill: #777; stroke: #fff; }
  .map .gate, .map .point, .map .depot { fill: #111; stroke: #fff; }
  .map .letters text { fill: #fff; font-weight: 700; text-anchor: middle; }
  .map .dark text { fill: #111; }
  .map .words text { fill: #111; font-weight: 600; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
  .legend { font-size: 12px; margin: 6px 0; }
  .tourmap { margin-bottom: 8px; }
  .beside { display: grid; grid-template-columns: 400fr 290fr; gap: 12px; }
  .sheet .beside table, .sheet .halves table { font-size: 11px; }
  .sheet .beside th, .sheet .beside td, .sheet .halves th, .sheet .halves td { padding: 2px 4px; }
  .halves { columns: 2; column-gap: 20px; margin-top: 8px; }
  @media screen and (max-width: 640px) {
    .beside { grid-template-columns: 1fr; }
    .halves { columns: 1; }
  }
  """
