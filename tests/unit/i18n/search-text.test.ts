// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldForSearch, latinDigits, searchWords } from '#src/i18n/search-text.ts'

const sameSearch = (first: string, second: string) => foldForSearch(first) === foldForSearch(second)

describe('for a search', () => {
  test.each([
    ['Turkish', 'İSTEMCİ', 'istemci'],
    ['Turkish', 'ISTEMCI', 'istemci'],
    ['Turkish', 'kısıtlı', 'kisitli'],
    ['Turkish', 'yönlendirme değişiği', 'yonlendirme degisigi'],
    ['Vietnamese', 'Hộp thư đầy', 'hop thu day'],
    ['Vietnamese', 'ĐƯỜNG', 'duong'],
    ['French', 'Boîte saturée', 'boite saturee'],
    ['French', 'cœur', 'coeur'],
    ['French', 'l’hôte', "l'hote"],
    ['Arabic', 'رِسَالَةٌ', 'رسالة'],
    ['Arabic', 'رسالة', 'رساله'],
    ['Arabic', 'أمر', 'امر'],
    ['Arabic', 'إعادة', 'اعاده'],
    ['Arabic', 'آلية', 'الية'],
    ['Arabic', 'مستوى', 'مستوي'],
    ['Arabic', 'خـــادم', 'خادم'],
  ])('%s %s and %s are one', (_, first, second) => {
    expect(sameSearch(first, second)).toBe(true)
  })

  test.each([
    ['خادم', 'خاتم'],
    ['hộp', 'hạt'],
    ['ilk', 'alk'],
  ])('%s and %s are two', (first, second) => {
    expect(sameSearch(first, second)).toBe(false)
  })

  test('folding again changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldForSearch(text)
        expect(foldForSearch(folded)).toBe(folded)
      }),
    )
  })
})

describe('digits of other keyboards', () => {
  test('read as 0-9', () => {
    expect(latinDigits('٢٥٠ و٥٥١، ۴۵۰')).toBe('250 و551، 450')
  })

  test('leave every text alone that has none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(latinDigits(text)).toBe(text)
      }),
    )
  })
})

describe('the words of a text', () => {
  test('are found with and without what Arabic writes before them', () => {
    expect(searchWords(foldForSearch('رفض الخادم والصندوق للمستلم'))).toEqual(
      expect.arrayContaining(['الخادم', 'خادم', 'صندوق', 'مستلم']),
    )
  })

  test('keep a noun that only begins like the article', () => {
    expect(searchWords(foldForSearch('الف'))).toEqual(['الف'])
  })

  test('are found after a French elision', () => {
    expect(searchWords(foldForSearch('refuse l’adresse'))).toEqual(
      expect.arrayContaining(['refuse', 'adresse']),
    )
  })
})
