// Stands in for node-gyp (see .npmrc). better-sqlite3 carries its binary in its package and says so with
// `gypfile: false`, but npm 10 forgets that word when it installs from a lock file, and would then ask for
// Python and a compiler that nothing here needs.
