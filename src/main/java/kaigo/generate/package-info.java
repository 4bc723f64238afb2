/**
 * 架空データの作成: people, files and insurers that do not exist, for trials, tests and benchmarks. Every person is a pure
 * function of seed, insurer and index; what is ours and what is from statistics: docs/fictitious-data.md.
 */
@ApplicationModule(allowedDependencies = {"shared", "layout", "layout::items"})
@NullMarked
package kaigo.generate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
