// The one store of what was typed and has not arrived: IndexedDB, by person; it outlives the tab, the session and the browser.
"use strict";

window.angikar = window.angikar || {};

angikar.store = (() => {
  const { who = "", seal = "" } = document.body.dataset;
  const OLDEST = 60 * 24 * 60 * 60 * 1000; // milliseconds a draft is kept
  const waiting = new Map(); // what is to be written, by name: a record, or null where it is to go
  let writes = Promise.resolve();
  let busy = false;
  let flying = null; // what is being written at this moment

  const name = () => [...crypto.getRandomValues(new Uint8Array(12))].map((each) => each.toString(16).padStart(2, "0")).join("");

  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  let opened = null;
  const rows = async (mode) => {
    opened = opened || new Promise((resolve, reject) => {
      const request = indexedDB.open("angikar", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" }).createIndex("who", "who");
      request.onsuccess = () => {
        request.result.onversionchange = () => { request.result.close(); opened = null; };
        request.result.onclose = () => { opened = null; };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    return (await opened).transaction("drafts", mode).objectStore("drafts");
  };

  // A draft never lies open: it is sealed with a key that the server gives to its writer alone, at once, so that it may be done as a page
  // goes, and by a cipher of our own, for browsers give theirs over HTTPS only.
  const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  const letters = (all) => btoa(Array.from(all, (each) => String.fromCharCode(each)).join(""));
  const key = seal ? bytes(seal) : null;
  const sealed = ({ id, ...rest }) => {
    const nonce = crypto.getRandomValues(new Uint8Array(nacl.secretbox.nonceLength));
    return { id, who, at: rest.at, nonce, box: nacl.secretbox(new TextEncoder().encode(JSON.stringify(rest)), nonce, key) };
  };
  const read = (id, text) => ({ id, ...JSON.parse(new TextDecoder().decode(text)) });
  const unsealed = async (row) => {
    if (row.box) {
      const text = nacl.secretbox.open(row.box, row.nonce, key);
      return text && read(row.id, text); // none where it was sealed with another key
    }
    const before = await earlier(row).catch(() => null);
    if (before) soon(row.id, before);
    return before;
  };
  // Drafts from before: open, where there was no HTTPS, or sealed by the browser.
  const earlier = async (row) => {
    if (row.rest) return { id: row.id, ...row.rest };
    const own = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
    return read(row.id, await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, own, row.text));
  };

  const drain = async () => {
    busy = true;
    while (waiting.size) {
      const [id, record] = waiting.entries().next().value;
      waiting.delete(id);
      flying = record;
      try {
        const row = record && sealed(record);
        if (waiting.has(id)) continue; // typed further meanwhile
        const drafts = await rows("readwrite");
        await asked(row ? drafts.put(row) : drafts.delete(id));
      } catch (fault) {
        console.warn(`angikar: the browser keeps no drafts: ${fault}`);
      }
    }
    [busy, flying] = [false, null];
  };
  const soon = (id, record) => {
    waiting.set(id, record);
    if (!busy) writes = drain();
    return writes;
  };

  const put = (record) => (who ? soon(record.id, { ...record, at: Date.now() }) : writes);
  const remove = (id) => soon(id, null);

  // The page goes while something is being written: it is put, sealed, where writing takes no time, until the next page has stored it.
  const left = `angikar:left:${who}`;
  addEventListener("pagehide", () => {
    const rest = [flying, ...waiting.values()].filter((each) => each && !(each === flying && waiting.has(each.id)));
    if (!rest.length) return;
    const rows = rest.map(sealed).map((row) => ({ ...row, nonce: letters(row.nonce), box: letters(row.box) }));
    localStorage.setItem(left, JSON.stringify(rows));
  });
  const gather = async () => {
    const rest = JSON.parse(localStorage.getItem(left) || "[]");
    localStorage.removeItem(left);
    for (const row of rest) {
      const record = row.box ? await unsealed({ ...row, nonce: bytes(row.nonce), box: bytes(row.box) }) : row;
      if (record && !waiting.has(record.id)) soon(record.id, record);
    }
  };

  // What the server has received, as a cookie says: also where the page that sent it never saw the answer.
  const arrived = () => {
    const gone = [...document.cookie.matchAll(/(?:^|; )arrived-([0-9a-f]+)=/g)].map((found) => found[1]);
    for (const id of gone) {
      document.cookie = `arrived-${id}=; Max-Age=0; Path=/; SameSite=Lax`;
      remove(id);
    }
    return gone;
  };

  // Drafts of the person the page was made for, the latest first; nobody else's.
  const mine = async () => {
    if (!who) return [];
    await gather();
    arrived();
    await writes;
    try {
      const all = await asked((await rows("readonly")).index("who").getAll(who));
      for (const row of all) if (Date.now() - row.at > OLDEST) remove(row.id);
      const read = await Promise.all(all.filter((row) => Date.now() - row.at <= OLDEST).map(unsealed));
      return read.filter(Boolean).sort((one, other) => other.at - one.at);
    } catch (fault) {
      console.warn(`angikar: the browser gives no drafts: ${fault}`);
      return [];
    }
  };

  // A number that changes when the text does.
  const print = (text) => {
    let [one, other] = [0xdeadbeef, 0x41c6ce57];
    for (const each of text) {
      one = Math.imul(one ^ each.codePointAt(0), 2654435761);
      other = Math.imul(other ^ each.codePointAt(0), 1597334677);
    }
    return ((one >>> 0).toString(16) + (other >>> 0).toString(16)).slice(0, 16);
  };

  return { who, name, put, remove, mine, arrived, print };
})();
