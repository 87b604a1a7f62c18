import { expect, test } from 'vitest'
import { DebianPackageError, debianPackage } from './debian-package.ts'

test('says what is missing where there is no apt', () => {
  const commands = { get: 'no-such-apt-get', deb: 'no-such-dpkg-deb' }
  expect(() => debianPackage('no-such-package', commands)).toThrow(DebianPackageError)
  expect(() => debianPackage('no-such-package', commands)).toThrow(
    'Debian package no-such-package could not be fetched: this needs apt-get and dpkg-deb',
  )
})

test('names what failed as the cause', () => {
  try {
    debianPackage('no-such-package', { get: 'false', deb: 'false' })
    expect.unreachable()
  } catch (error) {
    expect((error as DebianPackageError).packageName).toBe('no-such-package')
    expect(String((error as DebianPackageError).cause)).toContain('Command failed: false download')
  }
})
