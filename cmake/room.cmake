# Rooms: static libraries whose private headers nobody else can see.
#
#   warta_room(extract USES base ingest SOURCES text.cc language.cc LIBRARIES fmt::fmt)
#
# A room's users see only its door, `#include "extract/extract.h"`: the include path they get is a folder
# of the build tree that holds nothing but a link to that header (to all of them in `base`, whose doors are one
# a concept; value types that would make a door too long stand in headers named under DOORS). Rooms are linked PRIVATE, so a door does not travel on to the users of the user, and they are added
# in the order of the table in ARCHITECTURE.md, so that naming a lower room fails at once.

function(warta_room name)
  cmake_parse_arguments(ROOM "" "" "USES;DOORS;SOURCES;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_CURRENT_SOURCE_DIR})
  set(doors ${CMAKE_BINARY_DIR}/doors/${name})
  file(MAKE_DIRECTORY ${doors}/${name})
  if(name STREQUAL base)
    file(GLOB headers CONFIGURE_DEPENDS ${folder}/*.h)
  else()
    set(headers ${folder}/${name}.h)
    foreach(door ${ROOM_DOORS})
      list(APPEND headers ${folder}/${door})
    endforeach()
  endif()
  foreach(header ${headers})
    get_filename_component(file ${header} NAME)
    file(CREATE_LINK ${header} ${doors}/${name}/${file} SYMBOLIC)
  endforeach()

  add_library(warta_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(warta_${name} INTERFACE ${doors} PRIVATE ${doors})
  target_link_libraries(warta_${name} PRIVATE warta_options ${ROOM_LIBRARIES})
  foreach(used ${ROOM_USES})
    if(NOT TARGET warta_${used})
      message(FATAL_ERROR "room ${name} may not use ${used}: it stands lower in the table, or nowhere")
    endif()
    target_link_libraries(warta_${name} PRIVATE warta_${used})
  endforeach()
  set_property(GLOBAL PROPERTY WARTA_ROOM_${name}_USES ${ROOM_USES})
endfunction()

# Tests of one room: one program per source in tests/ROOM, which sees the room's private headers and the doors of
# the rooms it uses. Case files are found through WARTA_SOURCE_DIR.
function(warta_room_test name)
  cmake_parse_arguments(TEST "" "" "USES;SOURCES;LIBRARIES" ${ARGN})
  if(NOT WARTA_BUILD_TESTS)
    return()
  endif()
  set(folder ${PROJECT_SOURCE_DIR}/tests/${name})
  set(sources)
  foreach(source ${TEST_SOURCES})
    list(APPEND sources ${folder}/${source})
  endforeach()
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  if(NOT name STREQUAL base)  # whose headers are all doors, and one of which is called limits.h
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/${name})
  endif()
  get_property(used GLOBAL PROPERTY WARTA_ROOM_${name}_USES)
  target_link_libraries(test_${name} PRIVATE warta_options warta_${name} ${TEST_LIBRARIES} GTest::gtest_main)
  foreach(room ${used} ${TEST_USES})
    target_link_libraries(test_${name} PRIVATE warta_${room})
  endforeach()
  target_compile_definitions(test_${name} PRIVATE WARTA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60)
endfunction()
