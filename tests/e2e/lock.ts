import { expect, type Page } from '@playwright/test';
import { readText } from './app';

const lock = readText('screens/therapist/lock', 'lock.');
const button = (page: Page, name: string) => page.getByRole('button', { name: lock(name), exact: true });

/** Types a PIN on the keypad that shows. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.locator('.keypad-key').filter({ hasText: digit }).click();
  await button(page, 'enter').click();
}

/** Sets a PIN on a tablet that has none, as an adult does. */
export async function setPin(page: Page, pin: string): Promise<void> {
  await page.goto(toTherapist(page));
  await button(page, 'setPin').last().click();
  await typePin(page, pin);
  await expect(page.getByText(lock('again'))).toBeVisible();
  await typePin(page, pin);
  const code = await page.locator('.code span').allTextContents();
  await page.getByLabel(lock('lastGroup')).fill(code.at(-1) ?? '');
  await button(page, 'ready').click();
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 30_000 });
}

/** Opens the therapist's side and takes the PIN away, which opens all records. */
export async function takePinAway(page: Page, pin: string): Promise<void> {
  await page.goto(toTherapist(page));
  await typePin(page, pin);
  await button(page, 'remove').click();
  await typePin(page, pin);
  await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(lock('isNotSet'))).toBeVisible();
}

function toTherapist(page: Page): string {
  return `${page.url().split('#')[0]}#/therapist`;
}
