import { expect, test } from 'vitest';
import { createText } from '../../src/core/text';

test('a text learns more tables, and says so when two define the same line', () => {
  const text = createText('en', [{ a: { b: 'one' } }]);
  expect(text('a.c')).toBe('a.c');
  text.learn([{ a: { c: 'two {{n}}' } }]);
  expect([text('a.b'), text('a.c', { n: 2 })]).toEqual(['one', 'two 2']);
  expect(() => text.learn([{ a: { b: 'again' } }])).toThrow('"a.b" is defined twice');
});
