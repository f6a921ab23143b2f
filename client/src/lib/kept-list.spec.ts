import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { KeptList } from './kept-list.js';

afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});

describe('a list kept on the device', () => {
  it('is there for whoever asks by the same name next, and for nobody else', () => {
    new KeptList<number>('numbers').write('kari', [1, 2]);
    expect(new KeptList<number>('numbers').read('kari')).toEqual([1, 2]);
    expect(new KeptList<number>('numbers').read('ola')).toEqual([]);
    new KeptList<number>('numbers').write('kari', []);
    expect(localStorage.length).toBe(0);
  });

  it('is empty when what lies there is no list', () => {
    localStorage.setItem('numbers kari', '{"length":');
    expect(new KeptList<number>('numbers').read('kari')).toEqual([]);
  });

  it('lasts as long as the page where the device keeps nothing', () => {
    const list = new KeptList<number>('numbers');
    list.write('kari', [1]);
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    list.write('kari', [1, 2]);
    expect(list.read('kari')).toEqual([1, 2]);
    full.mockRestore();
    list.write('kari', [2]);
    expect(new KeptList<number>('numbers').read('kari')).toEqual([2]);
  });
});
