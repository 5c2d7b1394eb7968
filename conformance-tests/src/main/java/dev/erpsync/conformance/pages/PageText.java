package dev.erpsync.conformance.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A page with the text of its include files in place of the references to them.
 *
 * @param page the page itself
 * @param lines what can be read
 * @param includes the include files that were read
 * @param unusable what cannot be read
 */
record PageText(Path page, List<Line> lines, Set<Path> includes, List<UnusablePage> unusable) {}
