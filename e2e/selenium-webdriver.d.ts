/** The part of Selenium's client that the WebKit checks use; the package brings no types. */
declare module 'selenium-webdriver' {
  export interface Locator {
    readonly using: string;
  }
  export interface WebElement {
    click(): Promise<void>;
    clear(): Promise<void>;
    sendKeys(...keys: readonly string[]): Promise<void>;
    getText(): Promise<string>;
    getAttribute(name: string): Promise<string | null>;
    isDisplayed(): Promise<boolean>;
  }
  export interface Condition<T> {
    readonly description: () => string;
    readonly fn: (driver: WebDriver) => T;
  }
  export interface WebDriver {
    get(address: string): Promise<void>;
    getTitle(): Promise<string>;
    getCurrentUrl(): Promise<string>;
    findElement(locator: Locator): Promise<WebElement>;
    findElements(locator: Locator): Promise<WebElement[]>;
    executeScript<T>(script: string, ...args: readonly unknown[]): Promise<T>;
    executeAsyncScript<T>(script: string, ...args: readonly unknown[]): Promise<T>;
    wait<T>(condition: Condition<T> | (() => Promise<T>), timeoutMs?: number, message?: string): Promise<T>;
    takeScreenshot(): Promise<string>;
    manage(): {
      setTimeouts(timeouts: { readonly script?: number; readonly pageLoad?: number }): Promise<void>;
      window(): {
        setRect(rect: {
          readonly x: number;
          readonly y: number;
          readonly width: number;
          readonly height: number;
        }): Promise<unknown>;
      };
    };
    navigate(): { refresh(): Promise<void> };
    quit(): Promise<void>;
  }
  export const By: {
    css(selector: string): Locator;
    xpath(path: string): Locator;
  };
  export const Key: Readonly<Record<string, string>>;
  export const until: {
    elementLocated(locator: Locator): Condition<WebElement>;
    elementTextContains(element: WebElement, text: string): Condition<WebElement>;
    titleContains(text: string): Condition<boolean>;
  };
  export class Capabilities {
    constructor(capabilities: Readonly<Record<string, unknown>>);
  }
  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }
}
