#!/bin/sh
# small-disk.sh FOLDER SIZE PROGRAM ARGS… : runs a program that sees a file system of SIZE at FOLDER, which
# nobody else sees and which is gone with it. Needs no root where user namespaces are allowed.
set -e
exec unshare --map-root-user --mount sh -c '
  mount -t tmpfs -o size="$2" longhand "$1"
  shift 2
  exec "$@"
' sh "$@"
