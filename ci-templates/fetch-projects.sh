#!/bin/sh
# Asks a GitLab instance what manifest-lint must know of other projects, and writes a projects file.
#
#   manifest-lint config --list-projects .gitlab/agents | fetch-projects.sh --output projects.json
#   manifest-lint check --projects projects.json
#
#   fetch-projects.sh --agents group/project --output agents.json     (for --agents FILE)
#
# usage: fetch-projects.sh [--api URL] [--output FILE] [--agents PROJECT | ID...]
#
#   ID        full path or number of a project; without any they are read from standard input, one
#             a line
#   --api     the instance's API (default: $CI_API_V4_URL, else https://gitlab.com/api/v4)
#   --output  the file to write (default: standard output); it appears whole or not at all
#   --agents  write the names of the agents that are registered in PROJECT instead
#
# GITLAB_TOKEN, when it is set, is sent as PRIVATE-TOKEN (scope read_api). Without it only public
# projects answer. A job token is not accepted by these addresses.
# Exit status: 0 written, 1 the instance could not be asked, 2 wrong usage.
set -eu

name=${0##*/}
fail() {
  printf '%s: %s\n' "$name" "$2" >&2
  exit "$1"
}

api=${CI_API_V4_URL:-https://gitlab.com/api/v4}
output=
agents=
while [ $# -gt 0 ]; do
  case $1 in
    --api | --output | --agents)
      [ $# -ge 2 ] || fail 2 "$1 needs a value"
      case $1 in
        --api) api=${2%/} ;;
        --output) output=$2 ;;
        --agents) agents=$2 ;;
      esac
      shift 2
      ;;
    -h | --help)
      sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p;}' "$0"
      exit 0
      ;;
    --)
      shift
      break
      ;;
    -*) fail 2 "unknown option $1; there are --api, --output and --agents" ;;
    *) break ;;
  esac
done
for tool in curl jq; do
  command -v "$tool" >/dev/null 2>&1 || fail 2 "$tool is not installed"
done
[ -z "$agents" ] || [ $# -eq 0 ] || fail 2 "--agents takes no further ids"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

# Asks for $2 below the API and leaves the body in $folder/body; prints the HTTP status. $1 says
# whether the token is sent. It goes through a pipe: arguments are visible to every process.
ask() {
  if [ "$1" = token ] && [ -n "${GITLAB_TOKEN:-}" ]; then
    printf 'header = "PRIVATE-TOKEN: %s"\n' "$GITLAB_TOKEN"
  fi | curl --config - --silent --show-error --location --proto '=http,https' \
    --connect-timeout 10 --max-time 30 --retry 3 --retry-max-time 90 \
    --output "$folder/body" --write-out '%{http_code}' "$api/$2" ||
    fail 1 "cannot ask $api"
}

encoded() { jq -rn --arg text "$1" '$text | @uri'; }

# A status that says nothing about the project: the instance refuses or fails.
unexpected() {
  case $1 in
    401) fail 1 "$api refuses the token (401): GITLAB_TOKEN is wrong or has expired" ;;
    403) fail 1 "$api forbids the question about $2 (403): the token needs the scope read_api" ;;
    429) fail 1 "$api asks for fewer questions (429): try again later" ;;
    *) fail 1 "$api answered $1 for $2" ;;
  esac
}

# The agents of a project, page by page.
list_agents() {
  page=1
  : >"$folder/list"
  while :; do
    status=$(ask token "projects/$(encoded "$agents")/cluster_agents?per_page=100&page=$page") ||
      exit 1
    case $status in
      200) ;;
      404) fail 1 "project $agents is not there, or the token does not see it (404)" ;;
      *) unexpected "$status" "$agents" ;;
    esac
    jq -c '.[] | .name' "$folder/body" >>"$folder/list" || fail 1 "$api answered with no JSON list"
    [ "$(jq length "$folder/body")" -eq 100 ] || break
    page=$((page + 1))
  done
  jq -s . "$folder/list"
}

# Whether everyone may read the repository: the question that decides, asked without the token.
is_open() {
  status=$(ask anonymous "projects/$1/repository/tree?per_page=1") || exit 1
  case $status in
    200) echo enabled ;;
    404)
      # An empty repository has no tree, and may still be read.
      if jq -e '.message == "404 Tree Not Found"' "$folder/body" >/dev/null 2>&1; then
        echo enabled
      else
        echo private
      fi
      ;;
    401 | 403) echo private ;;
    *) unexpected "$status" "$1" ;;
  esac
}

# One project as a member of the projects file.
describe() {
  path=$(encoded "$1")
  status=$(ask token "projects/$path") || exit 1
  case $status in
    200) ;;
    404)
      printf '%s: project %s is not there, or the token does not see it (404); it stays unknown\n' \
        "$name" "$1" >&2
      return
      ;;
    *) unexpected "$status" "$1" ;;
  esac
  cp "$folder/body" "$folder/project"
  repository=$(jq -r '.repository_access_level // ""' "$folder/project") ||
    fail 1 "$api answered for $1 with no JSON"
  if [ -z "$repository" ] && [ "$(jq -r .visibility "$folder/project")" = public ]; then
    repository=$(is_open "$path") || exit 1
  fi
  jq -c --arg repository "$repository" '{
    (.path_with_namespace): (
      {visibility, id}
      + (if $repository == "" then {} else {repository: $repository} end)
      + (if (.marked_for_deletion_on // .marked_for_deletion_at) then {hidden: true} else {} end))
  }' "$folder/project" >>"$folder/list"
}

write_projects() {
  : >"$folder/list"
  if [ $# -eq 0 ]; then
    cat >"$folder/ids"
  else
    printf '%s\n' "$@" >"$folder/ids"
  fi
  while IFS= read -r id || [ -n "$id" ]; do
    [ -z "$id" ] || describe "$id" </dev/null
  done <"$folder/ids"
  jq -s 'add // {}' "$folder/list"
}

if [ -n "$agents" ]; then
  list_agents >"$folder/result" || exit 1
else
  write_projects "$@" >"$folder/result" || exit 1
fi
if [ -n "$output" ]; then
  # A rename within one folder replaces the file at once.
  cp "$folder/result" "$output.$$" && mv "$output.$$" "$output" || fail 1 "cannot write $output"
else
  cat "$folder/result"
fi
