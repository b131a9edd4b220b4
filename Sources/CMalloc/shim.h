// mallopt, which the platform's Glibc module leaves out.
#include <malloc.h>
