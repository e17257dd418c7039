// A read is heard and felt: eyes are on the pack.

import { signal } from "@preact/signals";

const KEPT = "medbox-sound";

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

export const sound = signal(kept());

export function setSound(on: boolean): void {
  sound.value = on;
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // for this visit only
  }
}

let audio: AudioContext | null = null;

/** Browsers let a page sound only after a touch or a key: call it from one. */
function allowSound(): void {
  const Context = globalThis.AudioContext ?? (globalThis as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  if (!audio && Context) audio = new Context();
  void audio?.resume();
}

/** Where codes are read: the first touch lets it sound, whichever way they come. Gives what ends it. */
export function soundOnTouch(): () => void {
  const kinds = ["click", "keydown"] as const;
  const end = () => kinds.forEach((kind) => removeEventListener(kind, touched, true));
  const touched = () => {
    allowSound();
    end();
  };
  kinds.forEach((kind) => addEventListener(kind, touched, true));
  return end;
}

function beep(hertz: number, from: number, seconds: number): void {
  if (!audio || !sound.value) return;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.2, audio.currentTime + from);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + from + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start(audio.currentTime + from);
  tone.stop(audio.currentTime + from + seconds);
}

export function feelGood(): void {
  beep(1320, 0, 0.12);
  navigator.vibrate?.(60);
}

/** What was to be done is done. */
export function feelDone(): void {
  beep(880, 0, 0.12);
  beep(1320, 0.12, 0.22);
  navigator.vibrate?.([50, 60, 120]);
}

export function feelBad(): void {
  beep(330, 0, 0.16);
  beep(262, 0.2, 0.22);
  navigator.vibrate?.([90, 60, 90]);
}
