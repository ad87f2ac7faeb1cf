#include "LibYAMLEvents.h"

#include <yaml.h>

long libyaml_count_events(const unsigned char *input, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  long count = 0;
  int isDone = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, input, length);
  while (!isDone) {
    if (!yaml_parser_parse(&parser, &event)) {
      yaml_parser_delete(&parser);
      return -1;
    }
    isDone = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    count++;
  }
  yaml_parser_delete(&parser);
  return count;
}
