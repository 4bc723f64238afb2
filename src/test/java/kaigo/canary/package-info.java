/** The canary search (settled 11): a whole server of its own, fed with unmistakable numbers and names, and then searched. */
@org.jspecify.annotations.NullMarked
package kaigo.canary;
