#!/usr/bin/env node
// Stands in for node-gyp. better-sqlite3 carries its binary in its package and says so with `gypfile: false`,
// but npm forgets that word when it installs from a lock file, and would then ask for Python and a compiler
// that nothing here needs. A command in node_modules/.bin comes before npm's own.
