// A target must have a source file. This one exists for its resource, the folder `lessons`: beside a
// target in Swift the package manager would write a source file that imports Foundation, and the
// whole program would load it.
#include "course_files.h"
