'use strict';

/** What every jscodeshift transform does before it does anything: parse. */
module.exports = (file, api) => {
  api.jscodeshift(file.source);
};
