/** The content check of documents: what runs in a process of its own, apart from the server (settled 36). */
@NullMarked
package kaigo.documents.check;

import org.jspecify.annotations.NullMarked;
