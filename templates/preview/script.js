// 预览页的脚本。页面里的字都是模板写好的；这里只管点、走、筛、开关，不拼网页代码。
"use strict";
(() => {
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // 文字版和深浅色：记在浏览器里；记不了也不要紧。
  const remembered = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch { /* 有的浏览器不让本地文件记东西 */ }
    return null;
  };
  const say = (text) => { find("said").textContent = text; };

  // ---- 问卷一改，页面就重新打开（只在 drafter preview --watch 时）。
  const version = Number(root.dataset.version);
  if (version > 0) {
    const events = new EventSource("events");
    events.onmessage = (event) => {
      if (Number(event.data) === version) return;
      sessionStorage.setItem("drafter-filter", root.dataset.filter ?? "");
      location.reload();
    };
    events.onerror = () => say("drafter 已经停了，页面不再更新。");
  }
  if (!find("panel")) return; // 问卷读不了时的页面，下面的都没有

  const panel = find("panel");
  const body = find("panel-body");
  const stops = all(".stop");
  const chips = all(".chip");
  const items = all(".item");
  const narrow = matchMedia("(max-width: 1199px)");
  let filter = ""; // 只看哪一种；空的就是都看
  let here = null; // 现在打开的是哪一处
  let opener = null; // 关上以后回到哪里

  // ---- 点开一处
  const open = (stop, { focus }) => {
    const card = find(stop.dataset.card);
    if (!card) return;
    body.replaceChildren(card.content.cloneNode(true));
    const origin = body.querySelector(".origin");
    if (origin && stop.dataset.origin) {
      origin.querySelector("dd").textContent = stop.dataset.origin;
      origin.hidden = false;
    }
    for (const link of all(".uses a", body)) {
      if (link.hash === "#" + stop.id) link.setAttribute("aria-current", "true");
    }
    if (here) here.classList.remove("open");
    here = stop;
    opener = stop;
    stop.classList.add("open");
    panel.hidden = false;
    root.classList.add("panel-open");
    panel.scrollTop = 0;
    // 手机上面板从下面升起来，别盖住点开的地方。
    if (narrow.matches && stop.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) {
      stop.scrollIntoView({ block: "start" });
    }
    if (focus) panel.focus({ preventScroll: true });
  };
  const close = () => {
    if (panel.hidden) return false;
    panel.hidden = true;
    root.classList.remove("panel-open");
    if (here) here.classList.remove("open");
    here = null;
    if (opener) opener.focus({ preventScroll: true });
    return true;
  };
  const show = (stop) => {
    // 手机上下半屏是面板，所以停在上面一点。
    stop.scrollIntoView({ block: narrow.matches ? "start" : "center" });
    stop.focus({ preventScroll: true });
  };

  // ---- 一处一处地走
  const wanted = () => stops.filter((stop) => {
    const kinds = stop.dataset.kinds;
    return filter ? kinds.split(" ").includes(filter) : kinds !== "";
  });
  const label = () => {
    const list = wanted();
    const at = list.indexOf(document.activeElement?.closest?.(".stop") ?? here);
    const place = at < 0 ? list.indexOf(here) : at;
    find("walked").textContent = list.length ? `${place < 0 ? "–" : place + 1}/${list.length}` : "0";
    for (const id of ["previous", "next"]) find(id).disabled = list.length === 0;
    return [place, list];
  };
  const walk = (step) => {
    const list = wanted();
    if (!list.length) return;
    const from = here ?? document.activeElement;
    let at = list.indexOf(from);
    if (at < 0) {
      // 不在其中一处上：从现在看到的地方往下（上）找。
      const top = from?.classList?.contains("stop") ? from.getBoundingClientRect().top : 80;
      const below = list.findIndex((stop) => stop.getBoundingClientRect().top > top + 1);
      at = step > 0 ? (below < 0 ? 0 : below) : (below < 0 ? list.length : below) - 1;
    } else {
      at += step;
    }
    const stop = list[(at + list.length) % list.length];
    show(stop);
    open(stop, { focus: false });
    const [place] = label();
    const kind = filter ? chips.find((chip) => chip.dataset.kind === filter).dataset.name : "要看的地方";
    say(`${kind}，第${place + 1}处，共${list.length}处`);
  };

  // ---- 只看一种
  const pick = (kind) => {
    filter = kind;
    if (kind) root.dataset.filter = kind; else delete root.dataset.filter;
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.kind === kind));
    for (const item of items) item.hidden = Boolean(kind) && item.dataset.kind !== kind;
    label();
  };
  for (const chip of chips) {
    chip.dataset.name = chip.textContent.replace(/\s*\d+\s*$/, "").trim();
    chip.addEventListener("click", () => {
      const kind = chip.dataset.kind === filter ? "" : chip.dataset.kind;
      pick(kind);
      if (kind && wanted().length) {
        here = null;
        walkFirst();
      } else {
        say(kind ? `只看${chip.dataset.name}` : "全部都看");
      }
    });
  }
  // 按下一种，就走到它的第一处；键盘还留在这个按钮上，可以接着按 n。
  const walkFirst = () => {
    const [first] = wanted();
    first.scrollIntoView({ block: narrow.matches ? "start" : "center" });
    open(first, { focus: false });
    label();
    say(`第1处，共${wanted().length}处`);
  };

  // ---- 鼠标和键盘
  document.addEventListener("click", (event) => {
    const stop = event.target.closest?.(".stop");
    if (stop) {
      open(stop, { focus: true });
      label();
      return;
    }
    const link = event.target.closest?.('a[href^="#m"]');
    if (link) {
      event.preventDefault();
      const target = find(link.hash.slice(1));
      if (!target) return;
      show(target);
      open(target, { focus: false });
      label();
      return;
    }
    if (event.target.closest?.("#outline a")) toggleOutline(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stop = event.target.closest?.("span.stop");
    switch (event.key) {
      case "Enter":
      case " ":
        if (!stop) return;
        open(stop, { focus: true });
        label();
        break;
      case "n":
      case "ArrowRight":
        walk(1);
        break;
      case "p":
      case "ArrowLeft":
        walk(-1);
        break;
      case "Escape":
        if (!close() && !toggleOutline(false)) pick("");
        label();
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  find("close").addEventListener("click", () => { close(); label(); });
  find("next").addEventListener("click", () => walk(1));
  find("previous").addEventListener("click", () => walk(-1));
  find("print").addEventListener("click", () => print());

  // ---- 深浅色：不说就跟着电脑
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = find("theme");
  const paint = (name) => {
    if (name) root.dataset.theme = name; else delete root.dataset.theme;
    const now = name || (dark.matches ? "dark" : "light");
    theme.textContent = now === "dark" ? "浅色" : "深色";
    theme.setAttribute("aria-label", `换成${theme.textContent}`);
  };
  paint(remembered("drafter-theme") ?? "");
  dark.addEventListener("change", () => paint(root.dataset.theme ?? ""));
  theme.addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    const next = now === "dark" ? "light" : "dark";
    paint(next);
    remembered("drafter-theme", next);
  });

  // ---- 提纲：手机上收起来，点“提纲”才出来；看到哪一节，哪一节就亮
  const outline = find("outline");
  const outlineSwitch = find("outline-switch");
  function toggleOutline(on) {
    const was = root.classList.contains("outline-open");
    if (was === on) return false;
    root.classList.toggle("outline-open", on);
    outlineSwitch.setAttribute("aria-expanded", String(on));
    return true;
  }
  outlineSwitch.addEventListener("click", () => {
    toggleOutline(!root.classList.contains("outline-open"));
  });
  const entries = new Map(all("a", outline).map((link) => [link.hash.slice(1), link]));
  const heads = [...entries.keys()].map(find).filter(Boolean);
  let waiting = false;
  const follow = () => {
    waiting = false;
    let now = null;
    for (const head of heads) {
      if (head.getBoundingClientRect().top > 110) break;
      now = head;
    }
    for (const [id, link] of entries) {
      if (now && id === now.id) {
        if (link.hasAttribute("aria-current")) continue;
        link.setAttribute("aria-current", "true");
        // 只卷提纲，不动正文。
        const [at, low] = [link.offsetTop, outline.scrollTop];
        if (at < low || at > low + outline.clientHeight - 60) outline.scrollTop = at - 80;
      } else {
        link.removeAttribute("aria-current");
      }
    }
  };
  document.addEventListener("scroll", () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(follow);
    }
  }, { passive: true });

  // ---- 手机上清单先收着；打印时不印
  if (narrow.matches) find("todo").querySelector("details").open = false;

  // ---- 页线：每页22行（GB/T 9704），只在宽屏上画，仅供参考
  const paper = document.querySelector(".paper");
  const rule = () => {
    for (const line of all(".page-line")) line.remove();
    if (narrow.matches) return;
    const style = getComputedStyle(paper);
    const line = parseFloat(style.lineHeight);
    const top = parseFloat(style.paddingTop);
    const height = paper.clientHeight - top - parseFloat(style.paddingBottom);
    const pages = Math.ceil((height - 2) / (22 * line));
    for (let page = 2; page <= pages; page += 1) {
      const mark = document.createElement("div");
      mark.className = "page-line";
      mark.setAttribute("aria-hidden", "true");
      mark.dataset.page = `约第${page}页`;
      paper.append(mark);
      // 样式里写死的只有 CSSOM 能改；CSP 不许 style="…"，但许这样设。
      mark.style.top = `${top + (page - 1) * 22 * line}px`;
    }
  };
  rule();
  document.fonts?.ready.then(rule);
  narrow.addEventListener("change", rule);
  addEventListener("resize", rule);

  // 改了问卷重新打开以后，还看原来那一种
  if (version > 0) pick(sessionStorage.getItem("drafter-filter") ?? "");

  label();
  follow();
})();
