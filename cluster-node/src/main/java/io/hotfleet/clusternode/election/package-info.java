/// Who owns the clustered role: votes that move with drains, an owner elected for a term, and the lease that ends its
/// service by itself. Pure: values and times in, values out.
package io.hotfleet.clusternode.election;
