import { describe, expect, it } from '@jest/globals';
import { visibleText } from './visible-text.js';

const html = (text: string) => visibleText(text, 'HTML');

describe('what a reader sees of a message', () => {
  it('is plain text as it stands, whatever it looks like', () => {
    expect(visibleText('<b>1 < 2 && *x* _y_', undefined)).toBe('<b>1 < 2 && *x* _y_');
  });

  it('is HTML without its tags', () => {
    expect(html('<b>Vòng <i>1</i></b> &lt;80&#37;&gt; &amp; <a href="https://x.vn/?a=1">xem</a>')).toBe(
      'Vòng 1 <80%> & xem',
    );
    expect(html('<pre><code class="language-sql">select</code></pre>')).toBe('select');
  });

  it.each([
    ['<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['ộ<x>a</x>', 'Unsupported start tag "x" at byte offset 3'],
    ['1 < 2 và 3 > 2', 'Unsupported start tag "" at byte offset 2'],
    ['1 < 2', 'Unclosed start tag at byte offset 2'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['a & b', 'Unescaped character "&" at byte offset 2'],
    ['a &nbsp; b', 'Unescaped character "&" at byte offset 2'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
  ])('is refused as Telegram refuses it: %s', (text, reason) => {
    expect(() => html(text)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  it('has 1 to 4096 characters after the markup is taken out', () => {
    expect(html(`<b>${'ộ'.repeat(4096)}</b>`)).toHaveLength(4096);
    expect(() => html('a'.repeat(4097))).toThrow('Bad Request: message is too long');
    expect(() => visibleText('😀'.repeat(2049), undefined)).toThrow('message is too long');
    expect(() => visibleText('', undefined)).toThrow('Bad Request: message text is empty');
    expect(() => visibleText(' \n', undefined)).toThrow('Bad Request: text must be non-empty');
    expect(() => html('<b> </b>')).toThrow('Bad Request: text must be non-empty');
  });

  it('knows no other markup', () => {
    expect(() => visibleText('a', 'MarkdownV2')).toThrow('Bad Request: unsupported parse_mode');
  });
});
