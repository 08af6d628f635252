/* The one-file map: what the reader chose, the address, and the HTML that Python made for it. No rule lives here. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const data = gp.fileData();
  const SETTLE_MS = 110;
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const inputs = {
    day: /** @type {HTMLInputElement} */ (byId("day")),
    known: /** @type {HTMLSelectElement} */ (byId("known")),
    compare: /** @type {HTMLSelectElement} */ (byId("compare")),
    /** What the second map may be, a list for each kind. */
    others: /** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelectorAll("select[data-kind]")),
    back: /** @type {HTMLButtonElement} */ (byId("back")),
    next: /** @type {HTMLButtonElement} */ (byId("next")),
    changeBack: /** @type {HTMLButtonElement} */ (byId("change-back")),
    changeNext: /** @type {HTMLButtonElement} */ (byId("change-next")),
    /** Radio buttons, or one list where they would be too many. */
    narrators: () =>
      /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (document.getElementsByName("narrator")),
    languages: () => /** @type {NodeListOf<HTMLInputElement>} */ (document.getElementsByName("language")),
  };
  const { language, calendar } = data.config;
  const words = new gp.Words({ language, calendar, words: data.words });
  const pages = new gp.FilePages(data, words);
  const pairs = new gp.Pairs(data, words, pages);
  const citation = new gp.Citation(data, words);
  const boxes = new gp.Boxes();
  const indexOf = new Map(data.days.map((day, i) => [day.iso, i]));
  /** @type {FileChoices} */
  const now = { ...data.usual };
  /** @type {GeoFrame | null} */
  let frame = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling = undefined;
  /** Whether the day goes on moving, so that all of its way is one step back. */
  let moving = false;

  /** The day of knowledge that is chosen; null = everything known. */
  const knownDay = () => (now.known === null ? null : data.days[indexOf.get(now.known) ?? 0]);

  const told = () => pages.account(now);
  const html = (/** @type {number} */ span) => pages.html(pages.at(span, now.day), told(), now.day);
  const dayWords = () => data.days[now.day].long;
  const areaIndex = () => data.areas.findIndex((area) => area.id === now.area);

  /* ---- the address: every choice stands in it; nonsense in it is ignored and said so ---- */
  const readAddress = () => {
    const { choices, ignored } = gp.address.read(location.hash, data);
    Object.assign(now, choices);
    const notice = byId("notice");
    const said = ignored.map(({ name, value }) =>
      words.say("notice", { name, value, rule: words.say(`rule_${name}`) }),
    );
    notice.textContent = said.join(" ");
    notice.hidden = !said.length;
  };

  /**
   * A choice is a step that the browser's Back undoes.
   * @param {boolean} chosen
   */
  const writeAddress = (chosen) => {
    const hash = gp.address.write(now, data);
    if (location.hash !== hash) history[chosen ? "pushState" : "replaceState"](null, "", hash);
  };

  const changeBefore = () => pages.turn(told(), now.day, -1);
  const changeAfter = () => pages.turn(told(), now.day, 1);

  /* ---- words beside the map ---- */
  const sayDay = () => {
    const slider = inputs.day;
    slider.value = String(now.day);
    slider.setAttribute("aria-valuetext", dayWords());
    byId("day-words").textContent = dayWords();
    inputs.back.disabled = now.day === 0;
    inputs.next.disabled = now.day === data.days.length - 1;
    inputs.changeBack.disabled = changeBefore() === now.day;
    inputs.changeNext.disabled = changeAfter() === now.day;
  };

  const sayChoices = () => {
    gp.showNarrator(now.narrator, inputs.narrators());
    inputs.known.value = now.known || "";
    byId("second-clock").hidden &&= now.known === null;
    for (const one of inputs.languages()) one.checked = one.value === now.lang;
    const { kind, value } = now.compare ?? { kind: "off", value: "" };
    inputs.compare.value = kind;
    for (const one of inputs.others) {
      one.hidden = one.dataset.kind !== kind;
      if (!one.hidden) one.value = value;
    }
  };

  const fill = (/** @type {HTMLElement} */ box, /** @type {number} */ span) => boxes.fill(box, html(span));

  /** The chosen area, or all of them; and where two maps differ. */
  const sayAreas = () => {
    const both = pairs.together(now);
    if (now.area !== null) fill(byId("words"), told().panels[areaIndex()]);
    else if (both.length) boxes.fill(byId("words"), pairs.lists(both, now.compare?.kind ?? ""));
    else fill(byId("words"), told().lists);
    boxes.fill(byId("partings"), both.length ? pairs.partings(both, now.compare?.kind ?? "") : "");
  };

  const sayPanel = () => {
    const mine = told();
    const panel = byId("panel");
    const area = panel.dataset.area;
    sayAreas();
    byId("all-areas").hidden = now.area === null;
    panel.dataset.area = now.area || "";
    if (area !== panel.dataset.area) panel.scrollTop = 0;
    fill(byId("notes"), mine.notes);
    fill(byId("changed"), mine.changes);
    fill(byId("lead-turned"), mine.turned);
    boxes.fill(byId("events"), pages.plain(mine.events));
    const known = knownDay()?.plain ?? "";
    telling.say(now);
    boxes.date(byId("clock"), pages.plain(mine.clock), { day: dayWords(), known });
    boxes.date(byId("lead-day"), pages.plain(pages.at(mine.lead, now.day)), { day: data.days[now.day].plain, known });
  };

  /* ---- one way through which every choice goes ---- */
  const settle = (chosen = false) => {
    clearTimeout(settling);
    settling = undefined;
    gp.show(pairs.message(now));
    sayDay();
    sayChoices();
    sayPanel();
    citation.say(now);
    writeAddress(chosen);
  };

  /** The day has moved by hand or play: its words follow when it rests for a moment. */
  const settleSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      settle(!moving);
      moving = true;
    }, SETTLE_MS);
  };

  /** @param {Partial<FileChoices>} change */
  const choose = (change) => {
    Object.assign(now, change);
    byId("notice").hidden = true;
    settle(true);
    moving = false;
  };

  /**
   * The thumb moves: the map at once, the words when it rests for a moment.
   * @param {number} day
   */
  const slide = (day) => {
    now.day = day;
    sayDay();
    frame?.preview(data.days[day].iso);
    settleSoon();
  };

  /** @param {number} day */
  const step = (day) => {
    frame?.grabbed();
    choose({ day: Math.min(Math.max(day, 0), data.days.length - 1) });
  };

  /**
   * Painted by play or a cell of the strip: thumb and words follow.
   * @param {string} iso
   */
  const painted = (iso) => {
    const day = indexOf.get(iso);
    if (day === undefined || day === now.day) return;
    now.day = day;
    sayDay();
    settleSoon();
  };

  const telling = new gp.Telling(data, boxes, choose);

  /** @param {MouseEvent} event */
  const followed = (event) => {
    const link = gp.linkAt(event);
    if (!link) return;
    event.preventDefault();
    const shown = { day: indexOf.get(link.day ?? "") ?? now.day, narrator: "everyone", known: null };
    choose({ area: link.area || null, ...(link.day === null ? {} : shown) });
    const panel = byId("panel");
    panel.focus({ preventScroll: true });
    const card = link.report && document.getElementById(`q-${link.report}`);
    if (card) gp.reveal(card);
    else if (panel.getBoundingClientRect().top < 0) panel.scrollIntoView();
  };

  const listen = () => {
    inputs.day.addEventListener("input", () => {
      frame?.grabbed();
      slide(Number(inputs.day.value));
    });
    inputs.day.addEventListener("change", () => choose({}));
    inputs.back.addEventListener("click", () => step(now.day - 1));
    inputs.next.addEventListener("click", () => step(now.day + 1));
    inputs.changeBack.addEventListener("click", () => step(changeBefore()));
    inputs.changeNext.addEventListener("click", () => step(changeAfter()));
    inputs.known.addEventListener("change", () => choose({ known: inputs.known.value || null }));
    for (const one of inputs.narrators()) one.addEventListener("change", () => choose({ narrator: one.value }));
    inputs.compare.addEventListener("change", () => {
      const { value: kind } = inputs.compare;
      choose({ compare: kind === "off" ? null : pairs.start(kind, now) });
    });
    for (const one of inputs.others)
      one.addEventListener("change", () => choose({ compare: { kind: one.dataset.kind ?? "", value: one.value } }));
    document.addEventListener("click", followed);
    byId("cite").addEventListener("toggle", () => citation.say(now));
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault();
      byId("panel").focus();
      byId("panel").scrollIntoView();
    });
    for (const one of inputs.languages())
      one.addEventListener("change", () => {
        choose({ lang: one.value });
        location.reload();
      });
    window.addEventListener("hashchange", () => {
      readAddress();
      if (now.lang === language) settle();
      else location.reload();
    });
    window.addEventListener("beforeprint", () => {
      /** @type {NodeListOf<HTMLDetailsElement>} */
      const folded = document.querySelectorAll("#cite, #sources, #panel details");
      for (const one of folded) one.open = true;
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
      search: data.search,
      onChoice: ({ area, day, everyone }) => {
        const all = everyone ? { narrator: "everyone", known: null } : {};
        choose({ area, day: indexOf.get(day) ?? now.day, ...all });
      },
    });
    frame.play = new gp.Play(frame, () => byId("play"));
    settle();
  };

  start();
})();
