import { type Language, languages } from '../../core/text';
import { Choice } from './choice';
import { useDevice, useText } from './use-app';

const names: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

/** The small control for the tablet's language; each language is named in itself. */
export function LanguageChoice() {
  const text = useText();
  const device = useDevice();
  return (
    <Choice
      class="language-choice"
      label={text('common.language')}
      hideLabel
      options={languages.map((value) => ({ value, label: names[value], lang: value }))}
      value={device.language}
      onChange={(language) => void device.setLanguage(language)}
    />
  );
}
