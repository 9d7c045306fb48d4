import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A fresh device with a workspace: the sample shop, or nothing yet. */
export async function startWorkspace(page: Page, from: 'sample' | 'empty', address = '/'): Promise<void> {
  await page.goto(address);
  const start = from === 'sample' ? 'Start with the sample' : 'Start empty';
  await page.getByRole('button', { name: start }).click();
  await expect(page.getByRole('heading', { name: 'Segments', level: 1 })).toBeVisible({ timeout: 45_000 });
}

/** By the navigation, as people go: no page load. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: place, exact: true })
    .click();
  await expect(page.getByRole('heading', { name: place, level: 1 })).toBeVisible();
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Chooses a file on the import screen and waits until its columns are laid out. */
export async function chooseFile(page: Page, file: string | TextFile): Promise<void> {
  await goTo(page, 'Imports');
  await page.getByRole('link', { name: 'Import a file' }).first().click();
  await expect(page.getByRole('heading', { name: 'Import a file' })).toBeVisible();
  const chosen =
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text, 'utf8') };
  await page.locator('input[type=file]').setInputFiles(chosen);
  await expect(page.getByRole('heading', { name: 'Columns', exact: true })).toBeVisible({ timeout: 30_000 });
}

export async function startImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the import' }).click();
}

export async function waitUntilImported(page: Page, fileName: string, timeout = 60_000): Promise<void> {
  await expect(page.getByRole('heading', { name: `${fileName} is in` })).toBeVisible({ timeout });
}

/** A figure of what an import did: `figure(page, 'New profiles')`. */
export async function figure(page: Page, name: string): Promise<number> {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
  const text = await term.locator('xpath=following-sibling::dd').innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

/** How many profiles the workspace says it has. */
export async function profileCount(page: Page): Promise<number> {
  await goTo(page, 'Profiles');
  const note = page.getByRole('status').filter({ hasText: /^[\d,]+ profiles?$/ });
  return Number((await note.innerText()).replaceAll(/\D/g, ''));
}

/** Opens the page of the one profile that a search finds. */
export async function openProfile(page: Page, search: string): Promise<void> {
  await goTo(page, 'Profiles');
  await page.getByRole('searchbox').fill(search);
  await expect(page.getByRole('status').filter({ hasText: '1 profile for' })).toBeVisible();
  await page.getByRole('grid', { name: 'Profiles' }).locator('[data-index="0"]').click();
  await expect(page.getByRole('link', { name: 'All profiles' })).toBeVisible();
}
