#!/usr/bin/env bash
# Start a PostgreSQL server of our own in FOLDER, unless it runs already, and print its address.
#
#     scripts/postgres.sh FOLDER         start it
#     scripts/postgres.sh FOLDER stop    stop it
#
# Nobody but this machine's user reaches it, by a socket in FOLDER. A server refuses to run as root, who lends it a user.
set -euo pipefail
folder="$(mkdir -p "$1" && cd "$1" && pwd)"
binaries="$(dirname "$(command -v pg_ctl || ls -d /usr/lib/postgresql/*/bin/pg_ctl 2>/dev/null | sort -V | tail -n 1)")"
[ -x "$binaries/pg_ctl" ] || { echo "There is no pg_ctl on this machine: install PostgreSQL" >&2; exit 2; }
as_owner=()
if [ "$(id -u)" = 0 ]; then
  chown nobody "$folder"
  as_owner=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
fi
run() { (cd "$folder" && "${as_owner[@]}" "$@") >>"$folder/log" 2>&1 </dev/null; }
touch "$folder/log" && chmod 666 "$folder/log"
if [ "${2:-start}" = stop ]; then
  run "$binaries/pg_ctl" -D "$folder/data" -m immediate -w stop
  exit
fi
[ -f "$folder/data/PG_VERSION" ] || run "$binaries/initdb" -D "$folder/data" -U storygen -A trust -E UTF8 --locale=C --no-sync
run "$binaries/pg_ctl" -D "$folder/data" status ||
  run "$binaries/pg_ctl" -D "$folder/data" -w start -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off"
echo "postgresql://storygen@/postgres?host=$folder"
