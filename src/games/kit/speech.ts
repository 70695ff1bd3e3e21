import type { Ratio } from '../../core/units';

/** The part of `window.speechSynthesis` that we use. */
export interface SpeechPort {
  getVoices(): readonly SpeechSynthesisVoice[];
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

/** Spoken cues in the child's language. */
export interface Speech {
  /** Speaks one cue; a cue that is still being spoken gives way to it. Silent without a voice of the language. */
  say(text: string): void;
  stop(): void;
}

// A little slower than talk: one in two of our children has an intellectual disability (clinical.md C8).
const CALM_RATE = 0.9;

/** Speech in a language (`en`, `zh-CN`) at a volume 0..1; a null port is a device that cannot speak. */
export function createSpeech(
  port: SpeechPort | null,
  language: string,
  volume: Ratio,
  toUtterance: (text: string) => SpeechSynthesisUtterance = (text) => new SpeechSynthesisUtterance(text),
): Speech {
  // Chrome forgets an utterance that nobody holds, half-way through it: https://crbug.com/509488
  let speaking: SpeechSynthesisUtterance | null = null;
  const stop = (): void => {
    speaking = null;
    port?.cancel();
  };
  return {
    say(text) {
      // Browsers load their voices late, so they are asked for at every cue.
      const voice = port ? pickVoice(port.getVoices(), language) : null;
      stop();
      if (!port || !voice || volume === 0 || text === '') return;
      speaking = Object.assign(toUtterance(text), { voice, lang: voice.lang, rate: CALM_RATE, volume });
      port.speak(speaking);
    },
    stop,
  };
}

/** The voice to use for a language: one on the device before one that needs the network, the exact region before another; null if none. */
export function pickVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null {
  const wanted = toTag(language);
  const rank = (voice: SpeechSynthesisVoice): number =>
    (voice.localService ? 4 : 0) + (toTag(voice.lang) === wanted ? 2 : 0) + (voice.default ? 1 : 0);
  const spoken = voices.filter((voice) => isSpoken(toTag(voice.lang), wanted));
  return spoken.sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

// Android writes zh_CN, Apple and others zh-Hans-CN or cmn-CN.
function toTag(language: string): string {
  return language.toLowerCase().replaceAll('_', '-').replace(/^cmn/, 'zh').replace('-hans', '');
}

function isSpoken(voice: string, wanted: string): boolean {
  // Cantonese is tagged zh-HK, zh-MO or yue; a child of Mandarin would not understand it.
  if (/^(zh-(hant-)?(hk|mo)|yue)/.test(voice)) return voice === wanted;
  return voice.split('-')[0] === wanted.split('-')[0];
}
