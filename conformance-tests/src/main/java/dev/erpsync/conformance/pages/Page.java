package dev.erpsync.conformance.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What one file holds, and which files it includes. */
record Page(Path file, List<Exchange> exchanges, List<UnusablePage> unusable, Set<Path> includes) {}
