// Compiled, never run: whether a room sees a door (tests/CMakeLists.txt).
#include PROBED

int main() { return 0; }
