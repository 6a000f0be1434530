/// Container images without a container tool: a Java made by jlink, the services with an ahead-of-time cache, and, for
/// clusters that pull nothing, PostgreSQL. Jib writes the archive, hands it to docker or podman, or pushes it.
package io.hotfleet.images;
