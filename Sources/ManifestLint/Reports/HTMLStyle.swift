/// Colours keep a contrast of at least 4.5 to 1 on their background, light and dark.
let styleSheet = """
  :root {
    color-scheme: light dark;
    --paper: #ffffff; --ink: #1c1f23; --quiet: #5a6270; --line: #b9c0ca; --box: #f3f5f8;
    --error: #b42318; --warning: #8a5300; --info: #175cd3; --mark: #ffe1a8;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #14171b; --ink: #e6e9ee; --quiet: #a3acb9; --line: #4a525e; --box: #1f242b;
      --error: #ff8f85; --warning: #f2bd4b; --info: #8ab8ff; --mark: #5c4310;
    }
  }
  * { box-sizing: border-box; }
  body {
    margin: 0 auto; padding: 1rem; max-width: 90rem; background: var(--paper); color: var(--ink);
    font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
  }
  h1 { margin: 0; font-size: 1.75rem; }
  h2 { margin: 2rem 0 .75rem; font-size: 1.25rem; }
  h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
  h2, h3 { break-after: avoid; }
  p { margin: .25rem 0; }
  a { color: var(--info); }
  code, pre { font: .875em/1.5 ui-monospace, monospace; }
  code { background: var(--box); padding: .05em .3em; border-radius: .25em; }
  pre {
    margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; background: var(--box);
    border-radius: .25rem; overflow-wrap: normal;
  }
  mark { background: var(--mark); color: inherit; }
  small { color: var(--quiet); font-size: .85em; }
  .tool, .quiet { color: var(--quiet); font-size: .875rem; }
  ol, ul { margin: 0; padding: 0; list-style: none; }
  .finding {
    margin: .75rem 0; padding: .25rem 0 .25rem .75rem; border-left: .25rem solid var(--tone);
    break-inside: avoid;
  }
  .badge { color: var(--tone); }
  .error { --tone: var(--error); }
  .warning { --tone: var(--warning); }
  .info { --tone: var(--info); }

  .tree { --stem: 1.25rem; --height: 1.5rem; }
  .tree ul { position: relative; padding-left: var(--stem); }
  .tree ul::before {
    content: ""; position: absolute; left: 0; top: var(--height); width: var(--stem);
    border-top: 2px solid var(--line);
  }
  .tree li { display: flex; align-items: flex-start; position: relative; padding: .25rem 0; }
  .tree li li { padding-left: var(--stem); }
  .tree li li::before {
    content: ""; position: absolute; left: 0; top: var(--height); width: var(--stem);
    border-top: 2px solid var(--line);
  }
  .tree li li::after {
    content: ""; position: absolute; left: 0; top: 0; bottom: 0;
    border-left: 2px solid var(--line);
  }
  .tree li li:first-child::after { top: var(--height); }
  .tree li li:last-child::after { bottom: auto; height: var(--height); }
  .tree li li:first-child:last-child::after { display: none; }
  .plan { overflow-x: auto; }
  .node {
    flex: none; max-width: 20rem; padding: .25rem .6rem; background: var(--box); font-size: .875rem;
    border: 1px solid var(--tone, var(--line)); border-left-width: .25rem; border-radius: .25rem;
    break-inside: avoid;
  }
  .node > span { display: block; color: var(--quiet); font-size: .75rem; line-height: 1.2; }
  .node > a { display: block; color: var(--tone); }

  @media print, (max-width: 56rem) {
    .tree { --stem: .75rem; }
    .tree li { display: block; }
    .tree ul { padding-left: .75rem; }
    .tree ul::before { display: none; }
    .tree li li:last-child::after { bottom: auto; height: var(--height); }
    .tree li li:first-child::after { top: 0; }
    .tree li li:first-child:last-child::after { display: block; }
    .node { display: inline-block; max-width: 100%; }
  }
  @media print {
    :root {
      color-scheme: light;
      --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #888888; --box: #ffffff;
      --error: #9c1c12; --warning: #704300; --info: #123f91; --mark: #ffe1a8;
    }
    body { padding: 0; max-width: none; font-size: 10pt; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); }
    a { color: inherit; }
  }

  """
