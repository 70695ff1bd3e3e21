import { describe, expect, it } from 'vitest';
import { createSpeech, pickVoice, type SpeechPort } from '../../src/games/kit/speech';

function toVoice(lang: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { lang, name: lang, voiceURI: lang, localService: true, default: false, ...more };
}

function createPort(voices: readonly SpeechSynthesisVoice[]) {
  const heard: string[] = [];
  const spoken: SpeechSynthesisUtterance[] = [];
  const port: SpeechPort = {
    getVoices: () => voices,
    speak: (utterance) => {
      spoken.push(utterance);
      heard.push(utterance.text);
    },
    cancel: () => heard.push('(silence)'),
  };
  return { port, heard, spoken };
}

const toUtterance = (text: string): SpeechSynthesisUtterance => ({ text }) as SpeechSynthesisUtterance;

describe('spoken cues', () => {
  it('are calm, in the child’s language and at the voice volume', () => {
    const { port, spoken } = createPort([toVoice('de-DE'), toVoice('en-GB')]);
    createSpeech(port, 'en', 0.8, toUtterance).say('Reach for the light');
    expect(spoken).toMatchObject([{ text: 'Reach for the light', lang: 'en-GB', rate: 0.9, volume: 0.8 }]);
  });

  it('never overlap: a new cue ends the one before it', () => {
    const { port, heard } = createPort([toVoice('en-GB')]);
    const speech = createSpeech(port, 'en', 0.8, toUtterance);
    speech.say('one');
    speech.say('two');
    speech.stop();
    expect(heard).toEqual(['(silence)', 'one', '(silence)', 'two', '(silence)']);
  });

  it('are silent without a voice of the language, at volume 0 and on a device that cannot speak', () => {
    const foreign = createPort([toVoice('de-DE')]);
    createSpeech(foreign.port, 'zh-CN', 0.8, toUtterance).say('伸手');
    expect(foreign.spoken).toEqual([]);
    const muted = createPort([toVoice('en-GB')]);
    createSpeech(muted.port, 'en', 0, toUtterance).say('one');
    expect(muted.spoken).toEqual([]);
    expect(() => createSpeech(null, 'en', 0.8, toUtterance).say('one')).not.toThrow();
  });

  it('use a voice that came after the speech was made', () => {
    const voices: SpeechSynthesisVoice[] = [];
    const { port, heard } = createPort(voices);
    const speech = createSpeech(port, 'en', 0.8, toUtterance);
    voices.push(toVoice('en-US'));
    speech.say('one');
    expect(heard).toContain('one');
  });
});

describe('the voice', () => {
  it('is one on the device, as the bay works offline', () => {
    expect(pickVoice([toVoice('en-GB', { localService: false, default: true }), toVoice('en-US')], 'en')?.lang).toBe('en-US');
  });

  it.each(['zh-CN', 'zh_CN', 'zh-Hans-CN', 'cmn-CN', 'cmn-Hans-CN', 'zh-TW'])('of tag %s is understood as Mandarin', (lang) => {
    expect(pickVoice([toVoice('en-GB'), toVoice(lang)], 'zh-CN')?.lang).toBe(lang);
  });

  it.each(['zh-HK', 'zh-Hant-HK', 'yue-HK', 'de-DE', 'en-GB'])('of tag %s is not', (lang) => {
    expect(pickVoice([toVoice(lang)], 'zh-CN')).toBeNull();
  });

  it('of the exact region comes before another', () => {
    expect(pickVoice([toVoice('zh-TW'), toVoice('zh_CN')], 'zh-CN')?.lang).toBe('zh_CN');
  });
});
