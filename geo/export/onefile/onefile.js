/* The one-file map: what the reader chose, the address, and the HTML that Python made for it. No rule lives here. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const SETTLE_MS = 110;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const words = new gp.Words({ language: data.config.language, words: data.words });
  const indexOf = new Map(data.days.map((day, i) => [day.iso, i]));
  const now = { ...data.usual };
  let frame = null;
  let settling = null;

  const told = () => data.told[now.narrator][now.known === null ? data.all : data.known[indexOf.get(now.known)]];
  const html = (page) => data.pages[page].map((line) => data.lines[line]).join("\n");
  const dayWords = () => data.days[now.day].long;
  const knownWords = () => words.say(now.known === null ? "known_all" : "known_on", { day: now.known && data.days[indexOf.get(now.known)].full });
  const areaIndex = () => data.areas.findIndex((area) => area.id === now.area);

  /* ---- the address: every choice stands in it; nonsense in it is ignored and said so ---- */
  const READERS = {
    date: (text) => (indexOf.has(text) ? { day: indexOf.get(text) } : null),
    area: (text) => (text === "" || data.areas.some((area) => area.id === text) ? { area: text || null } : null),
    narrator: (text) => (Object.hasOwn(data.told, text) ? { narrator: text } : null),
    known: (text) => (text === "all" || indexOf.has(text) ? { known: text === "all" ? null : text } : null),
  };

  const readAddress = () => {
    const parameters = new URLSearchParams(location.hash.slice(1));
    const notices = [];
    Object.assign(now, data.usual);
    for (const [name, reader] of Object.entries(READERS)) {
      if (!parameters.has(name)) continue;
      const values = parameters.getAll(name);
      const choice = values.length === 1 ? reader(values[0]) : null;
      if (choice) Object.assign(now, choice);
      else notices.push(words.say("notice", { name, value: values.join(", ").slice(0, 40), rule: words.say(`rule_${name}`) }));
    }
    byId("notice").textContent = notices.join(" ");
    byId("notice").hidden = !notices.length;
  };

  const query = () => {
    const parameters = new URLSearchParams({ date: data.days[now.day].iso });
    if (now.area !== null) parameters.set("area", now.area);
    parameters.set("narrator", now.narrator);
    if (now.known !== null) parameters.set("known", now.known);
    return `#${parameters}`;
  };

  const writeAddress = () => {
    if (location.hash !== query()) history.replaceState(null, "", query());
  };

  /* ---- words beside the map ---- */
  const sayDay = () => {
    const slider = byId("day");
    slider.value = String(now.day);
    slider.setAttribute("aria-valuetext", dayWords());
    byId("day-words").textContent = dayWords();
    byId("back").disabled = now.day === 0;
    byId("next").disabled = now.day === data.days.length - 1;
  };

  const sayChoices = () => {
    for (const radio of document.getElementsByName("narrator")) radio.checked = radio.value === now.narrator;
    byId("known").value = now.known || "";
  };

  /** Puts HTML in its place; what the reader had opened stays open. */
  const fill = (box, page) => {
    if (box.dataset.page === String(page)) return;
    const name = (one) => `${one.className} ${one.querySelector("h3, summary")?.firstChild?.textContent ?? ""}`;
    const open = new Set([...box.querySelectorAll("details[open]")].map(name));
    const shut = new Set([...box.querySelectorAll("details:not([open])")].map(name));
    const held = box.contains(document.activeElement) && document.activeElement !== box;
    box.innerHTML = html(page);
    box.dataset.page = page;
    for (const one of box.querySelectorAll("details")) {
      if (open.has(name(one))) one.open = true;
      else if (shut.has(name(one))) one.open = false;
    }
    if (held) box.focus({ preventScroll: true });
  };

  /** On a phone the words stand below the map: what was chosen, and the way to them. */
  const sayCue = (panel) => {
    byId("cue").hidden = now.area === null;
    const said = now.area === null ? [] : [...panel.querySelectorAll("h2, .badge")].slice(0, 2);
    byId("cue").querySelector("b").textContent = said.map((one) => one.textContent.trim()).join(" · ");
  };

  const sayPanel = () => {
    const mine = told();
    const panel = byId("panel");
    const area = panel.dataset.area;
    fill(byId("words"), now.area === null ? mine.lists[now.day] : mine.panels[areaIndex()][now.day]);
    panel.querySelector(".back").hidden = now.area === null;
    panel.dataset.area = now.area || "";
    if (area !== panel.dataset.area) panel.scrollTop = 0;
    fill(byId("notes"), mine.notes[now.day]);
    const known = now.known === null ? "" : data.days[indexOf.get(now.known)].plain;
    sayCue(panel);
    byId("clock").innerHTML = html(mine.clock);
    const clocks = byId("clock").firstElementChild;
    clocks.textContent = clocks.textContent.replace("{day}", dayWords()).replace("{known}", known);
  };

  /* ---- cite this view: Python's templates with the view's own words in them ---- */
  const texEscape = (text) => data.tex[text] ?? text;
  const filled = (template, values, escape = (text) => text) =>
    template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? escape(values[name]) : whole));

  const sayCitation = () => {
    if (!byId("cite").open) return;
    const today = new Date();
    const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const address = location.protocol === "file:" ? location.hash : location.href;
    const index = areaIndex();
    const area = index < 0 ? "" : data.areas[index].name;
    const plain = { day: data.days[now.day].full, narrator: data.narrators[now.narrator], known: knownWords(), area };
    const view = data.cite[area ? "view_of_area" : "view"];
    const accessed = new Intl.DateTimeFormat(data.config.language === "en" ? "en-GB" : data.config.language, { dateStyle: "long" }).format(today);
    const fields = { iso: data.days[now.day].iso, narratorid: now.narrator, areaid: now.area || "" };
    const show = (key, escape, urldate) => {
      const values = { ...fields, view: filled(view, plain, escape), address, accessed: urldate };
      byId(`cite-${key}`).textContent = filled(data.cite[key], values);
    };
    show("sentence", undefined, accessed);
    show("bibtex", texEscape, iso);
    show("ris", undefined, iso.replaceAll("-", "/"));
    const quotes = [...byId("panel").querySelectorAll("[data-report]")].map((card) => data.footnotes[card.dataset.report]);
    byId("cite-footnotes").textContent = [...new Set(quotes.filter(Boolean))].join("\n") || words.say("no_quotes");
    const quoted = location.href.replaceAll("&", "&amp;").replaceAll('"', "%22");
    byId("cite-embed").textContent = filled(data.cite.embed, { address: quoted });
  };

  /* ---- one way through which every choice goes ---- */
  const settle = () => {
    clearTimeout(settling);
    settling = null;
    const mine = told();
    gp.show({ day: data.days[now.day].iso, states: mine.key, area: now.area });
    sayDay();
    sayChoices();
    sayPanel();
    sayCitation();
    writeAddress();
  };

  const choose = (change) => {
    Object.assign(now, change);
    settle();
  };

  /** The thumb moves: the map at once, the words when it rests for a moment. */
  const slide = (day) => {
    now.day = day;
    sayDay();
    frame?.preview(data.days[day].iso);
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
  };

  const step = (days) => {
    frame?.grabbed();
    choose({ day: Math.min(Math.max(now.day + days, 0), data.days.length - 1) });
  };

  /** Painted by play or a cell of the strip: thumb and words follow. */
  const painted = (iso) => {
    const day = indexOf.get(iso);
    if (day === undefined || day === now.day) return;
    now.day = day;
    sayDay();
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
  };

  const reveal = (report) => {
    const card = byId(`q-${report}`);
    if (!card) return;
    for (let box = card.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    card.scrollIntoView({ block: "center" });
    card.classList.add("revealed");
    setTimeout(() => card.classList.remove("revealed"), 2500);
  };

  const followed = (event) => {
    const link = event.target.closest?.("a[data-area]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose({ area: link.dataset.area || null });
    byId("panel").focus({ preventScroll: true });
    const [report] = (link.dataset.reports || "").split(" ");
    if (report) reveal(report);
    else if (byId("panel").getBoundingClientRect().top < 0) byId("panel").scrollIntoView();
  };

  const listen = () => {
    byId("day").addEventListener("input", (event) => {
      frame?.grabbed();
      slide(Number(event.target.value));
    });
    byId("day").addEventListener("change", settle);
    byId("back").addEventListener("click", () => step(-1));
    byId("next").addEventListener("click", () => step(1));
    byId("known").addEventListener("change", (event) => choose({ known: event.target.value || null }));
    for (const radio of document.getElementsByName("narrator"))
      radio.addEventListener("change", () => choose({ narrator: radio.value }));
    document.addEventListener("click", followed);
    byId("cite").addEventListener("toggle", sayCitation);
    for (const way of [byId("skip"), byId("cue")])
      way.addEventListener("click", (event) => {
        event.preventDefault();
        byId("panel").focus();
        byId("panel").scrollIntoView();
      });
    window.addEventListener("hashchange", () => {
      readAddress();
      settle();
    });
    window.addEventListener("beforeprint", () => {
      byId("cite").open = byId("sources").open = true;
      for (const one of document.querySelectorAll("#panel details")) one.open = true;
    });
  };

  const start = async () => {
    document.body.classList.toggle("embedded", window.top !== window);
    readAddress();
    sayDay();
    sayChoices();
    listen();
    frame = await gp.start(byId("map"), {
      ...data.config,
      watch: false,
      play: false,
      onDay: painted,
      onChoice: ({ area, day }) => choose({ area, day: indexOf.get(day) ?? now.day }),
    });
    frame.play = new gp.Play(frame, byId("play"));
    settle();
  };

  start();
})();
